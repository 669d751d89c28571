package org.tongbao.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.Options;

/** Command line of {@code deploy/local/up}. */
record Arguments(
        Path root,
        Path data,
        LocalPorts ports,
        boolean fresh,
        @Nullable Path procedures,
        List<String> services) {
    static final class WrongArgument extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongArgument(String message) {
            super("✗ " + message + "；用法 usage: deploy/local/up --help");
        }
    }

    static Arguments parse(String... args) {
        Path root = LocalOptions.repository();
        Path data = root.resolve(".tongbao");
        int port = 0;
        int shift = 0;
        boolean fresh = false;
        Path procedures = LocalOptions.ownProcedures(root);
        var services = Options.SERVICES;
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            var name = rest.pop();
            switch (name) {
                case "--fresh" -> fresh = true;
                case "--port" -> port = port(value(name, rest));
                case "--shift" -> shift = shift(value(name, rest));
                case "--data" -> data = Path.of(value(name, rest)).toAbsolutePath();
                case "--procedures" -> procedures = Path.of(value(name, rest)).toAbsolutePath();
                case "--services" -> services = services(value(name, rest));
                default -> throw new WrongArgument("不認得 unknown option " + name);
            }
        }
        var ports = LocalPorts.wellKnown(port == 0 ? LocalPorts.GATEWAY + shift : port, shift);
        return new Arguments(root, data, ports, fresh, procedures, services);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new WrongArgument("缺少值 a value is missing after " + name);
        }
        return rest.pop();
    }

    private static List<String> services(String text) {
        var some = List.of(text.split(","));
        if (!Options.SERVICES.containsAll(some)) {
            throw new WrongArgument("沒有這個服務 no such service among " + Options.SERVICES + ": " + text);
        }
        return some;
    }

    private static int shift(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LocalPorts.largestShift()) {
            throw new WrongArgument("連接埠位移須介於 0 與 %1$d · a shift is 0 to %1$d, such as 1000, 2000, …: %2$s"
                    .formatted(LocalPorts.largestShift(), text));
        }
        return Integer.parseInt(text);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new WrongArgument("不是連接埠 no port number: " + text);
        }
        return Integer.parseInt(text);
    }
}
