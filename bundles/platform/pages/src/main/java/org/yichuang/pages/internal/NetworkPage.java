package org.yichuang.pages.internal;

import gg.jte.Content;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.internal.RenderedPages.Rendered;
import org.yichuang.pages.internal.http.Address;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.pages.internal.http.Gzip;
import org.yichuang.pages.internal.view.Frame;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The pages of no centre: the tree of all of them, and what is shown for a centre that does not exist. */
final class NetworkPage {
    private final Tenants tenants;
    private final Assets assets;
    private final RenderedPages<Look> trees = new RenderedPages<>();

    NetworkPage(Tenants tenants, Assets assets) {
        this.tenants = tenants;
        this.assets = assets;
    }

    Assets assets() {
        return assets;
    }

    /** What the tree's page depends on besides the centres. */
    private record Look(Locale language, boolean isForElderly) {}

    /** The tree of all centres, without a word of the request in it. */
    void tree(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Look look = new Look(Cookies.language(request), isForElderly(request));
        List<Tenant> centres = tenants.all();
        Rendered page = trees.get(look, centres, () -> tree(request, centres));
        send(request, response, HttpServletResponse.SC_OK, page.plain(), page::packed);
    }

    private byte[] tree(HttpServletRequest request, List<Tenant> centres) {
        Address address = Address.of("/", null);
        Components ui = components(request, address);
        List<Tenant> roots =
                centres.stream().filter(tenant -> tenant.parent().isEmpty()).toList();
        Content tree = PageRenderer.TEMPLATES.network(ui, roots, tenant -> tenants.children(tenant.id()));
        return page(ui, request, address, ui.t("network.title"), tree);
    }

    private static boolean isForElderly(HttpServletRequest request) {
        return "on".equals(Cookies.get(request, Cookies.ELDERLY));
    }

    /** What is wrong with a request that reached no centre; small, and with nothing of what was sent in it. */
    void problem(HttpServletRequest request, HttpServletResponse response, ProblemException problem, String requestId)
            throws IOException {
        Address address = Address.of("/", null);
        Components ui = components(request, address);
        ErrorKind kind = problem.code().kind();
        String key = "problem." + kind.status();
        String title = ui.t(Components.TEXTS.has(key) ? key : "problem.other");
        Content words = PageRenderer.TEMPLATES.problem(ui, problem, requestId, kind == ErrorKind.INTERNAL, "/");
        byte[] page = page(ui, request, address, title, words);
        send(request, response, kind.status(), page, () -> Gzip.pack(page));
    }

    private static Components components(HttpServletRequest request, Address address) {
        return new Components(new AnonymousRequestInfo(Cookies.language(request), address), Components.TEXTS);
    }

    private byte[] page(Components ui, HttpServletRequest request, Address address, String title, Content content) {
        Frame frame = new Frame(
                new Screen(title, List.of(), content, false, false),
                ui.t("network.title"),
                "",
                true,
                assets.addresses().get("icon"),
                null,
                Frame.Menu.NONE,
                "",
                "",
                null,
                address.path(),
                "",
                null,
                "12345",
                isForElderly(request),
                assets.addresses());
        return PageRenderer.bytes(PageRenderer.TEMPLATES.layout(ui, frame, ui.text("")));
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, int status, byte[] plain, Supplier<byte[]> packed)
            throws IOException {
        byte[] page = plain;
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Encoding, Cookie");
        if (Gzip.isAccepted(request)) {
            page = packed.get();
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private record AnonymousRequestInfo(Locale locale, Address address) implements PageRequestInfo {
        @Override
        public String below() {
            return "";
        }

        @Override
        public String site() {
            return "";
        }

        @Override
        public Form form() {
            return Form.EMPTY;
        }

        @Override
        public String csrf() {
            throw new IllegalStateException("There is no form on a page of no centre");
        }

        @Override
        public String asset(String name) {
            throw new IllegalStateException("There are no figures on a page of no centre");
        }

        @Override
        public String once() {
            return csrf();
        }
    }
}
