package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of vaults, whoever is to issue them: signed by themselves. */
final class VaultCertificates {
    private static final int MONTHS = 12;

    private VaultCertificates() {}

    /** A certificate by its policy. */
    static X509Certificate create(JsonNode policy, KeyPair keys) {
        X500Name name = new X500Name(policy.at("/x509_props/subject").asText("CN=emulated"));
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        int months = policy.at("/x509_props/validity_months").asInt(MONTHS);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochSecond()),
                Date.from(now.toInstant()),
                Date.from(now.plusMonths(months).toInstant()),
                name,
                keys.getPublic());
        try {
            String algorithm = keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalArgumentException("no certificate is made of %s: %s".formatted(policy, e.getMessage()), e);
        }
    }

    /** What a vault tells of it, beside its names. */
    static void tell(ObjectNode item, X509Certificate certificate) {
        try {
            byte[] encoded = certificate.getEncoded();
            item.put("cer", Base64.getEncoder().encodeToString(encoded));
            item.put(
                    "x5t",
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(MessageDigest.getInstance("SHA-1").digest(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        item.withObject("/attributes")
                .put("nbf", certificate.getNotBefore().toInstant().getEpochSecond())
                .put("exp", certificate.getNotAfter().toInstant().getEpochSecond());
    }

    /** With its key, as the secret of its name has it. */
    static String secret(KeyPair keys, X509Certificate certificate) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("certificate", keys.getPrivate(), new char[0], new Certificate[] {certificate});
            store.store(out, new char[0]);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
