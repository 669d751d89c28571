package org.tongbao.contracts.procedure.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** Loads procedures: those that ship, and those of a folder that adds to them or overrides them by id. */
public final class ProcedureFiles {
    /** The files in {@code procedures/} on the class path. */
    static final List<String> SHIPPED = List.of("tw-2026.yaml", "s2-taipei-113.yaml");

    private ProcedureFiles() {}

    /** The procedures that ship. */
    public static Procedures shipped() {
        return readAll(shippedTexts());
    }

    /**
     * The procedures that ship, and every {@code *.yaml} of the folder in the order of their names. One with the id of a
     * shipped one takes its place.
     *
     * @throws WrongProcedureFile naming every mistake of every file
     */
    public static Procedures shippedAnd(Path folder) {
        Map<String, String> texts = shippedTexts();
        texts.putAll(textsIn(folder));
        return readAll(texts);
    }

    /**
     * Reads one procedure: a file's text, or the kept {@link Procedure#content()} of an old version.
     *
     * @param file its name, for messages
     * @throws WrongProcedureFile naming every mistake
     */
    public static Procedure read(String file, String text) {
        List<Mistake> mistakes = new ArrayList<>();
        Procedure procedure = read(file, text, mistakes);
        if (procedure == null) {
            throw new WrongProcedureFile(mistakes);
        }
        return procedure;
    }

    private static Procedures readAll(Map<String, String> texts) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Procedure> procedures = new ArrayList<>();
        texts.forEach((file, text) -> {
            Procedure procedure = read(file, text, mistakes);
            if (procedure != null) {
                procedures.add(procedure);
            }
        });
        if (!mistakes.isEmpty()) {
            throw new WrongProcedureFile(mistakes);
        }
        return new Procedures(procedures);
    }

    private static @Nullable Procedure read(String file, String text, List<Mistake> into) {
        Mistakes mistakes = new Mistakes(file);
        Node root = tree(text, mistakes);
        Procedure procedure = root == null ? null : new ProcedureReader(mistakes).read(root);
        into.addAll(mistakes.inOrder());
        return mistakes.none() ? procedure : null;
    }

    private static @Nullable Node tree(String text, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root == null) {
                mistakes.add(1, "", "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add(line, "", "no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            mistakes.add(1, "", "no YAML: " + e.getMessage());
        }
        return null;
    }

    private static Map<String, String> shippedTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        SHIPPED.forEach(name -> texts.put(name, resource("/procedures/" + name)));
        return texts;
    }

    private static String resource(String path) {
        try (InputStream stream = ProcedureFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> textsIn(Path folder) {
        try (var files = Files.list(folder)) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.put(file.toString(), text(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the procedures in " + folder, e);
        }
    }

    /** Honours a byte order mark, which editors leave behind. */
    private static String text(Path file) throws IOException {
        try (var reader = new UnicodeReader(Files.newInputStream(file))) {
            java.io.StringWriter text = new java.io.StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
