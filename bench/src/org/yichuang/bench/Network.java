package org.yichuang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A running platform and the people who work with it. */
public final class Network {
    /** A line of {@code demo-accounts.csv}. */
    public record Account(String tenant, String name, List<String> roles, String password) {}

    /** Centres that live on other platforms than the one at the base. */
    private final Map<String, URI> homes;
    private final URI base;
    private final List<Account> accounts;
    private final Map<Account, Session> sessions = new ConcurrentHashMap<>();
    private final RequiredMaterials materials = new RequiredMaterials(this);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();

    public Network(URI base, List<Account> accounts) {
        this(base, Map.of(), accounts);
    }

    private Network(URI base, Map<String, URI> homes, List<Account> accounts) {
        this.base = base;
        this.homes = homes;
        this.accounts = List.copyOf(accounts);
    }

    /** This platform and another one as one network: there the people of some centres work, here all others. */
    public Network beside(Network other, Set<String> centres) {
        Map<String, URI> elsewhere = new HashMap<>(homes);
        centres.forEach(centre -> elsewhere.put(centre, other.base));
        List<Account> everybody = new ArrayList<>(accounts);
        everybody.removeIf(account -> centres.contains(account.tenant()));
        other.accounts.stream().filter(account -> centres.contains(account.tenant())).forEach(everybody::add);
        return new Network(base, elsewhere, everybody);
    }

    private URI address(String path) {
        String[] segments = path.split("[/?]");
        String centre = segments.length < 2 ? "" : segments[1].equals("api") && segments.length > 2 ? segments[2] : segments[1];
        return homes.getOrDefault(centre, base).resolve(path);
    }

    /** The platform of this machine that {@code YICHUANG_PORT} and {@code YICHUANG_DATA} name. */
    public static Network fromEnvironment() throws IOException {
        String port = System.getenv().getOrDefault("YICHUANG_PORT", "8181");
        Path data = Path.of(System.getenv("YICHUANG_DATA"));
        return new Network(URI.create("http://localhost:" + port), read(data.resolve("demo-accounts.csv")));
    }

    /** Reads the file of the demonstration accounts. */
    public static List<Account> read(Path file) throws IOException {
        List<Account> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            found.add(new Account(cells[0], cells[1], Arrays.asList(cells[2].split("[;|]")), cells[3]));
        }
        return found;
    }

    /** What items ask for. */
    public RequiredMaterials materials() {
        return materials;
    }

    /** All accounts of the demonstration. */
    public List<Account> accounts() {
        return accounts;
    }

    /** An account that holds a role at a centre. */
    public Account account(String tenant, String role) {
        return accounts.stream()
                .filter(account -> account.tenant().equals(tenant) && account.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> new Deviation("No account with role " + role + " at " + tenant));
    }

    /** An account of the demonstration that has one of some roles: not for each role there is somebody. */
    public Account account(String tenant, Set<String> roles) {
        return accounts.stream()
                .filter(account -> account.tenant().equals(tenant)
                        && account.roles().stream().anyMatch(roles::contains))
                .findFirst()
                .orElseThrow(() -> new Deviation("No account with one of the roles " + roles + " at " + tenant));
    }

    /** An account by its name. */
    public Account named(String tenant, String name) {
        return accounts.stream()
                .filter(account -> account.tenant().equals(tenant) && account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Deviation("No account " + name + " at " + tenant));
    }

    /** Whoever holds the role at the centre, signed in. */
    public Session as(String tenant, String role) {
        return as(account(tenant, role));
    }

    /** The account, signed in (once). */
    public Session as(Account account) {
        return sessions.computeIfAbsent(account, this::signIn);
    }

    /** One who holds the role there, in front of the pages. */
    public Visitor visitor(String tenant, String role) {
        Visitor visitor = new Visitor(homes.getOrDefault(tenant, base), tenant);
        visitor.signIn(account(tenant, role));
        return visitor;
    }

    /** Nobody in particular. */
    public Session anybody() {
        return new Session(http, this::address, "");
    }

    /** Somebody with this bearer token, good or not. */
    public Session bearer(String token) {
        return new Session(http, this::address, token);
    }

    /** Forgets all tokens, as after a restart. */
    public void signOut() {
        sessions.clear();
    }

    private Session signIn(Account account) {
        String token = anybody()
                .post("/api/" + account.tenant() + "/tokens",
                        Map.of("account", account.name(), "password", account.password()))
                .expect(200)
                .text("token");
        return new Session(http, this::address, token);
    }
}
