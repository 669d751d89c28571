package org.tongbao.platform.secured;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A server's key and certificate for the loopback address, made for one test run. */
final class Certificate {
    static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    static Certificate in(Path folder) throws IOException, InterruptedException {
        var made = new Certificate(folder);
        made.keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2");
        made.keytool("-exportcert", "-rfc", "-file", made.pem().toString());
        return made;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(java.util.List.of(arguments));
        command.addAll(java.util.List.of(
                "-alias", ALIAS, "-storetype", "PKCS12", "-keystore", store().toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    Path store() {
        return folder.resolve("server.p12");
    }

    Path pem() {
        return folder.resolve("server.pem");
    }

    String privateKey() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        byte[] key = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }
}
