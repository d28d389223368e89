package org.yichuang.pages.internal;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.yichuang.pages.api.PageModule;
import org.yichuang.testing.TestJournal;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModule;
import org.yichuang.testing.centres.TestModules;
import org.yichuang.web.internal.RequestChain;
import org.yichuang.web.internal.SpoolFolder;
import org.yichuang.web.internal.WebSettings;
import org.yichuang.web.internal.server.DefaultModuleHosts;
import org.yichuang.web.internal.server.EventStreams;

/** A browser and the door on a real web server. */
public abstract class PageServerTest {
    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    final TestCentres tenants = new TestCentres();
    final TestSessions signIn = new TestSessions();
    final TestJournal journal = new TestJournal();
    final TestModules registry =
            new TestModules(new TestModule("cases", List.of(), List.of("things"), List.of()), new PagesDescriptor());
    final ThingPages things = new ThingPages();
    final PageModule module = ThingPages.module(things);
    final PageModules modules = new PageModules(registry);
    final WebSettings webSettings = new WebSettings();
    final SpoolFolder spool = SpoolFolder.open("target");
    final Server server = new Server();
    ServletHolder holder;
    String base;

    @Before
    public void startServer() throws Exception {
        tenants.policy(TestCentres.YANTAI, "branding.colour", "#ffee00");
        tenants.switchModule(TestCentres.HAIYANG, "cases", false);
        signIn.roles.put("clerk", Set.of("clerk"));
        signIn.roles.put("citizen", Set.of("applicant"));
        RequestChain chain = new RequestChain(tenants, registry, journal, List.of(signIn), webSettings, spool);
        Settings settings = new Settings("target");
        settings.updated(new Hashtable<>(Map.of("gallery", "true")));
        Pages pages = new Pages(modules, tenants, signIn, chain.filter(), chain.refusals(), settings);
        pages.open(new DefaultModuleHosts(new EventStreams(chain.streamPlaces())));
        modules.host().add(module, module);
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        holder = new ServletHolder(pages.servlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
        base = "http://localhost:" + connector.getLocalPort();
    }

    @After
    public void stopServer() throws Exception {
        server.stop();
        spool.close();
    }

    HttpResponse<String> signIn(String tenant, String account, String password, String to) throws Exception {
        String page = get("/" + tenant + "/sign-in").body();
        return post(
                "/" + tenant + "/sign-in",
                "account=" + account + "&password=" + password + "&to=" + encoded(to) + "&" + tokens(page));
    }

    String signInPage() throws Exception {
        return get("/yantai/sign-in").body();
    }

    String secret() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("yichuang-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    static String tokens(String page) {
        Matcher token =
                Pattern.compile("name=\"(_csrf|_once)\" value=\"([^\"]+)\"").matcher(page);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < 2 && token.find(); i++) {
            found.append(i == 0 ? "" : "&").append(token.group(1)).append('=').append(encoded(token.group(2)));
        }
        return found.toString();
    }

    HttpResponse<String> multipart(String content) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String pair : (tokens(signInPage()) + "&name=" + encoded("树木")).split("&")) {
            String[] parts = pair.split("=");
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[0])
                    .append("\"\r\n\r\n")
                    .append(java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8))
                    .append("\r\n");
        }
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"证明.pdf\"\r\n")
                .append("Content-Type: application/pdf\r\n\r\n")
                .append(content)
                .append("\r\n--b--\r\n");
        return send(request("/yantai/things")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
