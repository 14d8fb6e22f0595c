package io.kubilitics.e2e.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules that are there, each with the artifacts of ours that it declares, whatever the scope. */
record Poms(Map<String, List<String>> artifactsByModule) {

    static Poms below(Path root) {
        return new Poms(texts(root, "/project/modules/module").stream()
                .collect(Collectors.toMap(
                        module -> module,
                        module -> texts(
                                root.resolve(module),
                                "/project/dependencies/dependency[groupId='io.kubilitics']/artifactId"))));
    }

    List<String> complaints() {
        return artifactsByModule.entrySet().stream()
                .flatMap(each -> complaints(each.getKey(), each.getValue()))
                .sorted()
                .toList();
    }

    private static Stream<String> complaints(String module, List<String> artifacts) {
        return Stream.of(Room.values())
                .filter(room -> room.module().equals(module))
                .findFirst()
                .map(room -> artifacts.stream()
                        .filter(artifact -> !mayImport(room, artifact))
                        .map(artifact -> module + " must not depend on " + artifact))
                .orElseGet(() -> Stream.of(module + " is no room of the house"));
    }

    private static boolean mayImport(Room room, String artifact) {
        return room.mayImport().stream().map(Room::artifact).anyMatch(artifact::equals);
    }

    private static List<String> texts(Path folder, String xpath) {
        try {
            Document pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile());
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, pom, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(each -> nodes.item(each).getTextContent().strip())
                    .toList();
        } catch (IOException | ParserConfigurationException | SAXException | XPathExpressionException unreadable) {
            throw new IllegalStateException("cannot read the pom.xml in " + folder, unreadable);
        }
    }
}
