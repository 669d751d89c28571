package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Keyed;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the file, asked for its keys one by one. What is wrong is noted and a stand-in returned, so that reading
 * goes on and finds the rest; keys nobody asked for are mistakes at the end.
 */
final class Section {
    private final Mistakes mistakes;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(Mistakes mistakes, String path, int line) {
        this.mistakes = mistakes;
        this.path = path;
        this.line = line;
    }

    /** Reads the mapping, and checks afterwards that every key of it was asked for. */
    static void read(Mistakes mistakes, String path, Node node, Consumer<Section> reading) {
        read(mistakes, path, lineOf(node), node, reading);
    }

    private static void read(Mistakes mistakes, String path, int line, Node node, Consumer<Section> reading) {
        Section section = new Section(mistakes, path, line);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(section::take);
            reading.accept(section);
            section.refuseUnknownKeys();
        } else {
            section.wrong(lineOf(node), "must be a mapping, is " + kindOf(node));
        }
    }

    private void take(NodeTuple entry) {
        int keyLine = lineOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            wrong(keyLine, "a key must be text, is " + kindOf(entry.getKeyNode()));
            return;
        }
        String key = scalar.getValue();
        Integer first = keyLines.putIfAbsent(key, keyLine);
        if (first == null) {
            values.put(key, entry.getValueNode());
        } else {
            wrong(keyLine, "key \"" + key + "\" is here twice, first in line " + first);
        }
    }

    private void refuseUnknownKeys() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> wrong(
                        keyLines.getOrDefault(key, line), "unknown key \"" + key + "\"" + Spelling.hint(key, asked)));
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String path() {
        return path;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /** Notes a mistake of the section as a whole. */
    void wrong(String message) {
        wrong(line, message);
    }

    /** Notes a mistake about the value of a key. */
    void wrongValue(String key, String message) {
        wrong(keyLines.getOrDefault(key, line), message);
    }

    /** The word of a vocabulary that is the key itself. */
    <E extends Enum<E> & Keyed> Optional<E> keyWord(String key, Class<E> vocabulary) {
        Optional<E> word = Keyed.find(vocabulary, key);
        if (word.isEmpty()) {
            wrong(keyLines.getOrDefault(key, line), Words.unknown(vocabulary, key));
        }
        return word;
    }

    private void wrong(int atLine, String message) {
        mistakes.add(atLine, path, message);
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        Optional<Node> node = optional(key);
        if (node.isEmpty()) {
            wrong("\"" + key + "\" is missing");
        }
        return node;
    }

    Optional<Node> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** A mapping that must be there. */
    void section(String key, Consumer<Section> reading) {
        required(key).ifPresent(node -> read(mistakes, below(key), keyLines.getOrDefault(key, line), node, reading));
    }

    /** A mapping from names to mappings: each is read with its name. */
    void namedSections(String key, NamedReading reading) {
        section(key, all -> all.keys().forEach(name -> all.section(name, section -> reading.accept(name, section))));
    }

    interface NamedReading {
        void accept(String name, Section section);
    }

    /** A list of mappings. */
    void listedSections(String key, Consumer<Section> reading) {
        List<Node> items = required(key).map(node -> items(key, node)).orElseGet(List::of);
        for (int index = 0; index < items.size(); index++) {
            read(mistakes, below(key) + "/" + (index + 1), items.get(index), reading);
        }
    }

    /** The plain words of a list, or of a single word; an empty list when the key is absent. */
    List<ScalarNode> scalars(String key) {
        List<ScalarNode> scalars = new ArrayList<>();
        optional(key).ifPresent(node -> {
            List<Node> items = node instanceof SequenceNode ? items(key, node) : List.of(node);
            for (Node item : items) {
                scalar(key, item).ifPresent(scalars::add);
            }
        });
        return scalars;
    }

    Optional<ScalarNode> scalar(String key) {
        return optional(key).flatMap(node -> scalar(key, node));
    }

    private Optional<ScalarNode> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        wrong(lineOf(node), "\"" + key + "\" must be a plain value, is " + kindOf(node));
        return Optional.empty();
    }

    private List<Node> items(String key, Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(lineOf(node), "\"" + key + "\" must be a list, is " + kindOf(node));
        return List.of();
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    static int lineOf(@Nullable Node node) {
        return node == null || node.getStartMark() == null
                ? 1
                : node.getStartMark().getLine() + 1;
    }

    private static String kindOf(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode ? "a list" : "a plain value";
    }
}
