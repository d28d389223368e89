package org.yichuang.rest.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.ReadinessCheck;
import org.yichuang.tenancy.api.Tenants;

/** {@code /health/live}: the process answers. {@code /health/ready}: everything that was ordered is there. */
final class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 2;

    private final transient DataSource dataSource;
    private final transient Tenants tenants;
    private final transient SignIn signIn;
    private final transient ApiModules modules;
    private final transient List<ReadinessCheck> checks;
    private final transient Path etc;
    private final transient RestSettings settings;
    private final transient ResponseWriter answerer;

    /** @param etc where the tenants' configuration files lie */
    Health(
            DataSource dataSource,
            Tenants tenants,
            SignIn signIn,
            ApiModules modules,
            List<ReadinessCheck> checks,
            Path etc,
            RestSettings settings,
            ResponseWriter answerer) {
        this.dataSource = dataSource;
        this.tenants = tenants;
        this.signIn = signIn;
        this.modules = modules;
        this.checks = checks;
        this.etc = etc;
        this.settings = settings;
        this.answerer = answerer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String path = ApiServlet.below(request);
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(
                    CommonError.METHOD_NOT_ALLOWED,
                    "此路径不支持该方法",
                    "The path does not take this method",
                    request,
                    response);
        } else if (path.equals("/live")) {
            answerer.send(200, "application/json", Map.of("status", "UP"), response);
        } else if (path.equals("/ready")) {
            List<Missing> missing = missing();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", missing.isEmpty() ? "UP" : "DOWN");
            answer.put("missing", missing);
            answerer.send(missing.isEmpty() ? 200 : 503, "application/json", answer, response);
        } else {
            refuse(CommonError.PATH_UNKNOWN, "没有这个路径", "No such path", request, response);
        }
    }

    private void refuse(
            CommonError code, String zh, String en, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answerer.refuse(new ProblemException(code, zh, en), "", request, response);
    }

    /** What keeps the container from being ready. */
    List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        add(missing, "database", this::databaseTrouble);
        add(missing, "tenants", this::tenantsTrouble);
        add(missing, "sign-in", this::signInTrouble);
        add(missing, "modules", this::modulesTrouble);
        for (ReadinessCheck check : checks) {
            add(missing, "check", () -> check.trouble()
                    .map(why -> check.name() + ": " + why)
                    .orElse(""));
        }
        return missing;
    }

    private static void add(List<Missing> missing, String what, Check check) {
        String why;
        try {
            why = check.trouble();
        } catch (Exception e) { // a check that fails, in whatever way, is a check that has not passed
            why = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        if (!why.isEmpty()) {
            missing.add(new Missing(what, why));
        }
    }

    private String databaseTrouble() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? "" : "the database does not answer";
        }
    }

    private String tenantsTrouble() throws IOException {
        int there = tenants.all().size();
        // A refused file is the operator's to mend; until then the others are served
        long judged = there
                + tenants.refusals().stream()
                        .map(Tenants.Refusal::source)
                        .distinct()
                        .count();
        long ordered = configured();
        return there == 0 && ordered > 0 || judged < ordered ? there + " of " + ordered + " tenants are loaded" : "";
    }

    private long configured() throws IOException {
        if (!Files.isDirectory(etc)) {
            return 0;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, "org.yichuang.tenant-*.cfg")) {
            return StreamSupport.stream(files.spliterator(), false).count();
        }
    }

    /** Whoever may not be asked yet fails here: an unknown token is no trouble. */
    private String signInTrouble() {
        signIn.bearer("", tenants.clock().instant());
        return "";
    }

    private String modulesTrouble() {
        return settings.now().expected().stream()
                .filter(word -> !modules.words().contains(word))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), words -> words.isEmpty() ? "" : "not there yet: " + words));
    }

    /**
     * What is missing.
     *
     * @param what the kind of thing
     * @param why in one sentence
     */
    record Missing(String what, String why) {}

    @FunctionalInterface
    private interface Check {
        String trouble() throws Exception;
    }
}
