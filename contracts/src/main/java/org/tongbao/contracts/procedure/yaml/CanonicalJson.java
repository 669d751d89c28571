package org.tongbao.contracts.procedure.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A procedure file as JSON without comments or layout, in the file's order. It is YAML too, so what is kept can be read
 * again by the same reader.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(entry -> quoted(((ScalarNode) entry.getKeyNode()).getValue()) + ":" + of(entry.getValueNode()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean bare = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.BOOL);
        return bare ? scalar.getValue() : quoted(scalar.getValue());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
