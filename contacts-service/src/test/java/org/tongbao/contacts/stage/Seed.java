package org.tongbao.contacts.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The documents that the local stack loads, in its order, through the same door. */
public final class Seed {
    public static final String IMPORT = "/api/v1/agencies/import";
    private static final Path FOLDER = Path.of("../deploy/local/directory");
    private static boolean loaded;

    private Seed() {}

    public static List<Path> documents() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory every test starts from, loaded by the first that asks. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        documents()
                .forEach(it ->
                        People.admin("ACS").body(read(it)).post(IMPORT).then().statusCode(200));
        loaded = true;
    }
}
