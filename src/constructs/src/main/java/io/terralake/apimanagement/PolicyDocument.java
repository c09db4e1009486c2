package io.terralake.apimanagement;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A policy of API Management: what happens to a call on its way in, to the backend and back.
 *
 * @see <a href="https://learn.microsoft.com/azure/api-management/api-management-howto-policies">Policies in Azure API
 *     Management</a>
 */
final class PolicyDocument {
    private static final List<String> SECTIONS = List.of("inbound", "backend", "outbound", "on-error");

    /** A policy document is 512 KB at most. */
    private static final int LONGEST = 512 * 1024;

    private PolicyDocument() {}

    /** @throws IllegalArgumentException when it is no XML, or no policy */
    static String check(String policy) {
        if (policy.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a policy of %d characters is not allowed: %d at most".formatted(policy.length(), LONGEST));
        }
        Element root = parse(policy);
        if (!root.getTagName().equals("policies")) {
            throw new IllegalArgumentException(
                    "the policy's root is <%s>, <policies> is needed".formatted(root.getTagName()));
        }
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element section && !SECTIONS.contains(section.getTagName())) {
                throw new IllegalArgumentException("<%s> is no section of a policy: %s"
                        .formatted(section.getTagName(), String.join(", ", SECTIONS)));
            }
        }
        return policy;
    }

    private static Element parse(String policy) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(policy))).getDocumentElement();
        } catch (SAXParseException e) {
            throw new IllegalArgumentException("the policy is no XML, %d:%d: %s"
                    .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints nothing: what is wrong is thrown. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // nothing is lost by it
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
