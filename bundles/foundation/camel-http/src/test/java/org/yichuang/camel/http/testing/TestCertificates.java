package org.yichuang.camel.http.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Certificates of deployments as their operators make them: each trusts those that it is told to. */
public final class TestCertificates {
    private static final String PASSWORD = "change-it";

    private final Path folder;

    /** @param folder where the stores lie */
    public TestCertificates(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("password"), PASSWORD);
    }

    /**
     * Makes a certificate for this machine.
     *
     * @param name of the deployment
     * @param centres those that it speaks for
     */
    public void make(String name, String... centres) throws IOException {
        StringBuilder names = new StringBuilder("SAN=dns:localhost,ip:127.0.0.1");
        for (String centre : centres) {
            names.append(",dns:").append(centre);
        }
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                names.toString(),
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-keystore",
                own(name),
                "-storetype",
                "PKCS12");
        keytool("-exportcert", "-alias", name, "-keystore", own(name), "-file", certificate(name));
    }

    /** Has one deployment trust the certificate of another. */
    public void trust(String who, String whom) throws IOException {
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                whom,
                "-file",
                certificate(whom),
                "-keystore",
                trusted(who),
                "-storetype",
                "PKCS12");
    }

    /** What the configuration of a deployment says of them. */
    public Map<String, String> settings(String name) {
        String password = folder.resolve("password").toString();
        return Map.of(
                "keystore.file",
                own(name),
                "keystore.password.file",
                password,
                "truststore.file",
                trusted(name),
                "truststore.password.file",
                password);
    }

    private String own(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private String trusted(String name) {
        return folder.resolve(name + "-trusts.p12").toString();
    }

    private String certificate(String name) {
        return folder.resolve(name + ".cer").toString();
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(Files.readString(folder.resolve("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
