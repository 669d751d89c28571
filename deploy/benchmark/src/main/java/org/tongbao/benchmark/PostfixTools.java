package org.tongbao.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Postfix's test programs are, which Debian's package {@code postfix} brings. */
final class PostfixTools {
    /** Names a folder that has them, for a machine on which the package is not installed. */
    private static final String FOLDER = "POSTFIX_TOOLS";

    private PostfixTools() {}

    static Optional<Path> find(String program) {
        var own = System.getenv().getOrDefault(FOLDER, "");
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(
                        List.of(own),
                        List.of(path.split(File.pathSeparator)),
                        List.of("/usr/sbin", "/usr/libexec/postfix"))
                .flatMap(List::stream)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
