package org.yichuang.pages.internal;

import java.util.List;
import javax.servlet.Servlet;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.yichuang.identity.api.SignIn;
import org.yichuang.journal.api.Journal;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Texts;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.tenancy.api.Tenants;

/** Puts the door together. */
public class Pages {
    private final Door door;

    public Pages(Registry registry, Tenants tenants, SignIn signIn, Journal journal, Settings settings) {
        // OSGi: the specification's own search for its implementation looks into the wrong class loaders
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        Assets assets = new Assets();
        Branding branding = new Branding(settings.crests());
        Frames frames = new Frames(registry, branding, assets);
        FailureMapper failures = new FailureMapper(new Painter(frames, new Refusals(journal)));
        door = new Door(tenants, registry, signIn, assets, branding, failures, settings);
        registry.added(new Own(new OwnPages(registry, frames, signIn), settings.gallery()));
    }

    /** The servlet. */
    public Servlet door() {
        return door;
    }

    /** The door's own pages as a module like any other. */
    private record Own(OwnPages pages, boolean gallery) implements PageModule {
        @Override
        public String module() {
            return "pages";
        }

        @Override
        public List<String> roots() {
            return List.of("", "sign-in", "sign-out", "session", "_components");
        }

        @Override
        public List<Object> resources() {
            return gallery ? List.of(pages, new Gallery()) : List.of(pages);
        }

        @Override
        public Texts texts() {
            return Components.TEXTS;
        }
    }
}
