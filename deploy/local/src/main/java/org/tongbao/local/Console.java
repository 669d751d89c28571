package org.tongbao.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.tongbao.embedded.Identity;
import org.tongbao.embedded.Part;

/** Console output while the stack starts and stops: one line a part, Chinese first. */
final class Console implements StartReport, RestartReport {
    private static final Map<String, String> SERVICES = Map.of(
            "intake", "通報服務 intake",
            "review", "審核服務 review",
            "escalation", "通知服務 escalation",
            "contacts", "聯絡人服務 contacts");
    private static final int NAME_WIDTH = 28;

    private final PrintStream out;
    private final LocalOptions options;
    private final Path data;

    Console(PrintStream out, LocalOptions options, Path data) {
        this.out = out;
        this.options = options;
        this.data = data;
    }

    void cleaned(String name) {
        out.println("  清除上次殘留 ended what an earlier run left behind: " + name);
    }

    @Override
    public void started(Part part, int port, Duration time) {
        ready(
                switch (part) {
                    case POSTGRES -> "資料庫 PostgreSQL";
                    case KAFKA -> "訊息佇列 Kafka";
                    case SMTP -> "郵件伺服器一 mail relay 1";
                    case SMTP2 -> "郵件伺服器二 mail relay 2";
                    case OIDC -> "身分驗證 identity provider";
                },
                (part == Part.OIDC ? "localhost:" : "127.0.0.1:") + port,
                time);
    }

    @Override
    public void gateway(URI address, Duration time) {
        ready("入口 gateway", shown(address), time);
    }

    @Override
    public void ready(ServiceProcess service, Duration time) {
        ready(
                SERVICES.getOrDefault(service.name(), service.name()),
                "127.0.0.1:%d  pid %d".formatted(service.ports().http(), service.pid()),
                time);
    }

    @Override
    public void seeded(int documents, Duration time) {
        ready("通訊錄 directory", documents == 0 ? "已載入 loaded before" : documents + " 份 documents", time);
    }

    @Override
    public synchronized void restarting(String reason, Duration pause) {
        out.printf("✗ 服務停止 · %s%n  重新啟動 starting it again in %.1f s%n", reason, pause.toMillis() / 1000.0);
    }

    @Override
    public void restarted(ServiceProcess service) {
        ready(service, service.lived());
    }

    @Override
    public synchronized void notReady(String reason) {
        out.println("✗ 服務尚未就緒 · " + reason);
    }

    private synchronized void ready(String name, String where, Duration time) {
        out.printf("✓ %s 就緒 up  %-28s %5.1f s%n", padded(name), where, time.toMillis() / 1000.0);
    }

    /** A Chinese character is two columns wide. */
    private static String padded(String text) {
        int width = text.codePoints().map(point -> point > 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, NAME_WIDTH - width));
    }

    private static String shown(URI address) {
        return address.toString().replaceFirst("/$", "");
    }

    void ready(LocalStack stack, long nanos) {
        var address = shown(stack.gateway());
        out.printf("%n就緒 ready  (%.1f s)%n%n", nanos / 1e9);
        out.println("入口 gateway   " + address);
        out.println("信箱 mailboxes    " + address + "/mailboxes");
        for (var service : options.services()) {
            out.println("API %-13s %s/api/openapi/%s".formatted(service, address, service));
        }
        out.println("紀錄 logs         " + near(data.resolve("logs")));
        out.println();
        out.println("權杖 tokens（8 小時 hours；檔案 files " + near(data.resolve("tokens")) + "；重新取得 a new one: curl"
                + " -d grant_type=client_credentials -d client_secret=x -d client_id=edu-reporter "
                + stack.infrastructure().oidc().issuer() + "/token）");
        for (var identity : DemoIdentities.ALL) {
            out.printf(
                    "  %-15s %-9s %-16s %s%n",
                    identity.sub(),
                    identity.agency(),
                    String.join(",", identity.groups()),
                    write(identity, stack.token(identity)));
        }
        next(address);
    }

    private void next(String address) {
        out.println();
        out.println("下一步 next:");
        out.println("  curl -i -H \"Authorization: Bearer $(cat " + near(data.resolve("tokens/edu-reporter"))
                + ")\" -H 'Content-Type: application/json' -H \"Idempotency-Key: try-$RANDOM$RANDOM\" -d @"
                + near(options.root().resolve("deploy/local/examples/report-taipei-level-3.json")) + " " + address
                + "/api/v1/incidents");
        out.println("  deploy/local/demo");
        out.println();
        out.println("Ctrl-C 停止 stops everything.");
    }

    /** Only the owner of the folder may read it. */
    private String write(Identity identity, String token) {
        var file = data.resolve("tokens").resolve(identity.sub());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, token);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return token;
    }

    private static String near(Path path) {
        var here = Path.of("").toAbsolutePath();
        var full = path.toAbsolutePath();
        return full.startsWith(here) ? here.relativize(full).toString() : full.toString();
    }

    void died(String exitReason) {
        out.println("✗ 服務停止，全部關閉 · " + exitReason);
    }

    void stopping() {
        out.println("停止中 stopping …");
    }

    void stopped(long nanos) {
        out.printf("已停止 stopped  (%.1f s)%n", nanos / 1e9);
    }
}
