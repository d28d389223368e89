package org.yichuang.itests;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;

/** Data of a person who is nobody, handed in and sent to another centre; then looked for wherever bytes are kept. */
final class Canaries {
    private static final String ID_NUMBER = Samples.citizenNumber(7531);
    private static final String PHONE = "13905357391";
    private static final String MAIL = "canary7391@example.cn";
    /** Every table and column of the platform, as texts. */
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema='public' ORDER BY table_name";

    private final Network network;

    Canaries(Network network) {
        this.network = network;
    }

    /** A case from application to pre-review, corrected between, taken over above; then found and seen whole. */
    void live() {
        Map<String, Object> applicant = new HashMap<>(Samples.person(7531));
        applicant.put("phone", PHONE);
        String item = new DemoItems(network).reviewedByCountyDecidedByCity("haiyang");
        CaseAt county = CaseAt.submitted(network, "haiyang", "clerk", CaseAt.application(item, applicant, Map.of()));
        county.act(
                "clerk", "correction-notice", Map.of("items", List.of(Map.of("target", "联系方式", "demand", "请核对联系电话"))));
        county.act("clerk", "correction", Map.of("statement", "请联系 " + PHONE + " 或 " + MAIL));
        county.act("clerk", "acceptance", Map.of("remark", "已致电 " + PHONE));
        county.act("reviewer", "pre-review", Map.of("opinion", "同意", "agree", true));
        CaseAt city = county.above("yantai");
        city.act("clerk", "acceptance", Map.of());
        county.awaits(
                "receipt", view -> view.path("upper").path("number").asText().equals(city.number()));
        requireFound(county, ID_NUMBER);
        requireFound(county, PHONE);
        requireMaskedUntilAsked(county, ID_NUMBER, PHONE, MAIL);
        requireMaskedUntilAsked(city, ID_NUMBER, PHONE);
    }

    private void requireFound(CaseAt county, String words) {
        String path = "/api/haiyang/cases?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        String body =
                network.as("haiyang", "clerk").get(path).expect(200).json().toString();
        if (!body.contains(county.number())) {
            throw new AssertionError("Not found by " + words);
        }
    }

    private static void requireMaskedUntilAsked(CaseAt place, String... canaries) {
        String masked = place.view().toString();
        String whole = place.act("clerk", "unmask", Map.of("reason", "核对申请人身份")).toString();
        for (String canary : canaries) {
            if (masked.contains(canary) || !whole.contains(canary)) {
                throw new AssertionError(canary + " is not masked in " + masked + ", or missing in " + whole);
            }
        }
    }

    /** The tables of a PostgreSQL that hold any of it in clear. */
    static List<String> tables(String url) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : texts(connection, TABLES)) {
                for (String canary : List.of(ID_NUMBER, PHONE, MAIL)) {
                    String sql = "SELECT 1 FROM " + table + " AS r WHERE r::text LIKE ? FETCH FIRST 1 ROWS ONLY";
                    if (!texts(connection, sql, "%" + canary + "%").isEmpty()) {
                        found.add(table + " " + canary);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> texts(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    /** The files below a folder, logs and indexes among them, that hold any of it in clear. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !file.toString().endsWith(".jar") && holds(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                requireGone(failure);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    requireGone(failure);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean holds(Path file) throws IOException {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return Stream.of(ID_NUMBER, PHONE, MAIL).anyMatch(bytes::contains);
        } catch (IOException e) {
            requireGone(e);
            return false;
        }
    }

    /** What is removed while we look holds nothing; what cannot be read is not clean. */
    private static void requireGone(IOException failure) throws IOException {
        if (!(failure instanceof NoSuchFileException)) {
            throw failure;
        }
    }
}
