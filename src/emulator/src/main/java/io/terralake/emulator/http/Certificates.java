package io.terralake.emulator.http;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority made for one run, and a certificate by it for all names that are emulated. Their keys never leave the process. */
final class Certificates {
    private static final Duration VALID = Duration.ofDays(30);
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final X509Certificate authority;
    private final SSLContext context;

    private Certificates(X509Certificate authority, SSLContext context) {
        this.authority = authority;
        this.context = context;
    }

    /** @param names DNS names, {@code *.} for every name one level below */
    static Certificates create(List<String> names) throws IOException {
        try {
            KeyPair authorityKeys = keys();
            X500Name issuer = new X500Name("CN=Terralake emulator");
            X509Certificate authority = sign(
                    builder(issuer, issuer, authorityKeys)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)),
                    authorityKeys.getPrivate());
            KeyPair keys = keys();
            X509Certificate certificate = sign(
                    builder(issuer, new X500Name("CN=localhost"), keys)
                            .addExtension(Extension.subjectAlternativeName, false, alternatives(names)),
                    authorityKeys.getPrivate());
            return new Certificates(authority, context(keys.getPrivate(), certificate, authority));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    /** What the server presents. */
    SSLContext context() {
        return context;
    }

    /** The authority as PEM, for clients to trust. */
    String authority() throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(authority);
        }
        return text.toString();
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(CLOCKS)),
                Date.from(now.plus(VALID)),
                subject,
                keys.getPublic());
    }

    private static GeneralNames alternatives(List<String> names) {
        GeneralName[] all = new GeneralName[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            all[i] = new GeneralName(GeneralName.dNSName, names.get(i));
        }
        all[names.size()] = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
        return new GeneralNames(all);
    }

    private static X509Certificate sign(org.bouncycastle.cert.X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static SSLContext context(PrivateKey key, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("emulator", key, new char[0], chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
