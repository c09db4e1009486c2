package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The settings of the blob, queue, file and table services of a storage account. Whoever writes some of them leaves the others as they are.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/set-blob-service-properties">Set Blob Service Properties</a>
 */
final class ServiceSettings {
    private static final String ROOT = "StorageServiceProperties";

    private final Store store;

    ServiceSettings(Store store) {
        this.store = store;
    }

    Reply answer(Request request) {
        String key = request.host() + "?service";
        ObjectNode settings =
                store.get(Space.FILES, key).map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
        if (request.method().equals("GET")) {
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><" + ROOT + ">");
            settings.forEach(setting -> xml.append(setting.asText()));
            return Reply.text(
                    200, "application/xml", xml.append("</" + ROOT + ">").toString());
        }
        try {
            Element root = parse(request.body());
            for (Node each = root.getFirstChild(); each != null; each = each.getNextSibling()) {
                if (each instanceof Element setting) {
                    settings.put(setting.getTagName(), text(setting));
                }
            }
        } catch (SAXException | TransformerException e) {
            return Reply.empty(400).with("x-ms-error-code", "InvalidXmlDocument");
        }
        store.put(Space.FILES, key, settings);
        return Reply.empty(202);
    }

    private static Element parse(byte[] xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // What is wrong is told to who sent it, not printed.
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element element) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(element), new StreamResult(text));
        return text.toString();
    }
}
