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
        return new Poms(texts(root, "//modules/module").stream()
                .collect(Collectors.toMap(
                        module -> module,
                        module -> texts(
                                root.resolve(module),
                                "/project/dependencies/dependency[groupId='io.kubilitics']/artifactId"))));
    }

    /** Those with code of the product: all but the one that tries it. */
    List<Room> rooms() {
        return Stream.of(Room.values())
                .filter(room -> room != Room.E2E && artifactsByModule.containsKey(room.module()))
                .toList();
    }

    List<String> complaints() {
        Stream<String> arrows =
                artifactsByModule.entrySet().stream().flatMap(each -> complaints(each.getKey(), each.getValue()));
        return Stream.concat(arrows, unseen()).sorted().toList();
    }

    /** The fences look at what is on the class path of their own module. */
    private Stream<String> unseen() {
        List<String> seen = artifactsByModule.getOrDefault(Room.E2E.module(), List.of());
        return artifactsByModule.keySet().stream()
                .filter(module -> !module.equals(Room.E2E.module()))
                .map(Room::artifact)
                .filter(artifact -> !seen.contains(artifact))
                .map(artifact -> "e2e must depend on " + artifact + ", or the fences do not see it");
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
