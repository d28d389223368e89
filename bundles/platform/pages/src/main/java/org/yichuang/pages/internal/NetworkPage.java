package org.yichuang.pages.internal;

import gg.jte.Content;
import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Screen;
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

    NetworkPage(Tenants tenants, Assets assets) {
        this.tenants = tenants;
        this.assets = assets;
    }

    /**
     * @param found whether the tree was asked for, rather than something that does not exist
     */
    void serve(boolean found, HttpServletRequest request, HttpServletResponse response, Address address)
            throws IOException {
        boolean chinese = !"en".equals(Cookies.get(request, Cookies.LANGUAGE));
        Components ui = new Components(new Nobody(chinese, address), Components.TEXTS);
        List<Tenant> roots = tenants.all().stream()
                .filter(tenant -> tenant.parent().isEmpty())
                .toList();
        Content tree = Painter.TEMPLATES.network(ui, roots, tenant -> tenants.children(tenant.id()));
        String title = ui.t(found ? "network.title" : "problem.404");
        Frame frame = new Frame(
                new Screen(title, List.of(), tree, false, false),
                ui.t("network.title"),
                "",
                true,
                assets.addresses().get("icon"),
                null,
                List.of(),
                "",
                "",
                null,
                address.path(),
                "",
                null,
                "12345",
                "on".equals(Cookies.get(request, Cookies.ELDERLY)),
                assets.addresses());
        byte[] page = Painter.bytes(Painter.TEMPLATES.layout(ui, frame, ui.text("")));
        response.setStatus(found ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Encoding, Cookie");
        if (Gzip.isAccepted(request)) {
            page = Gzip.pack(page);
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private record Nobody(boolean chinese, Address address) implements Asked {
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
