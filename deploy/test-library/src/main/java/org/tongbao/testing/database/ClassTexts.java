package org.tongbao.testing.database;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The texts of a compiled class: the strings of its constant pool (JVMS §4.4), and the values of its static fields. */
final class ClassTexts {
    private static final Path CLASSES = Path.of("target/classes");
    private static final int MAGIC_AND_VERSION = 8;

    private ClassTexts() {}

    /** The compiled main classes of the module under test, below a package. */
    static List<Path> below(String root) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(root.replace('.', '/')))) {
            return files.filter(it -> it.toString().endsWith(".class")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path file) {
        String path = CLASSES.relativize(file).toString();
        return path.substring(0, path.length() - ".class".length()).replace(File.separatorChar, '.');
    }

    /** Those that are wanted. The class is loaded only when its constant pool holds one of them. */
    static List<String> of(Path file, Predicate<String> wanted) {
        List<String> found =
                new ArrayList<>(constants(file).stream().filter(wanted).toList());
        if (!found.isEmpty()) {
            found.addAll(fields(nameOf(file)).stream().filter(wanted).toList());
        }
        return found;
    }

    private static List<String> fields(String type) {
        List<String> values = new ArrayList<>();
        try {
            var loaded = Class.forName(type, true, Thread.currentThread().getContextClassLoader());
            for (Field field : loaded.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    values.add(String.valueOf(field.get(null)));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
        return values;
    }

    private static List<String> constants(Path file) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(MAGIC_AND_VERSION);
            return texts(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        Map<Integer, String> utf8 = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> utf8.put(index, in.readUTF());
                case 8 -> strings.add(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++; // a long or a double takes two places
                }
                default -> throw new IOException("unknown tag " + tag);
            }
        }
        return strings.stream().map(utf8::get).toList();
    }
}
