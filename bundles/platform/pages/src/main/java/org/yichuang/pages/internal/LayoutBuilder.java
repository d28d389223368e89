package org.yichuang.pages.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Screen.Crumb;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.pages.internal.view.Frame;
import org.yichuang.pages.internal.view.Frame.Entry;
import org.yichuang.pages.internal.view.Frame.Group;
import org.yichuang.pages.internal.view.Frame.Menu;

/** Puts together what stands around a page: crest, menu, account, messages. */
final class LayoutBuilder {
    private static final String APPLICANT = "applicant";
    private static final Pattern DONE = Pattern.compile("[a-z][a-z-]{0,40}");
    private static final String HOTLINE = "12345";
    private static final String MENU = "menu";
    /** So many entries have room in a row of the header. */
    private static final int ROW = 8;

    private final PageModules modules;
    private final Branding branding;
    private final Assets assets;

    LayoutBuilder(PageModules modules, Branding branding, Assets assets) {
        this.modules = modules;
        this.branding = branding;
        this.assets = assets;
    }

    Frame of(DefaultPageCall call, Screen screen, ProblemException problem) {
        return new Frame(
                screen,
                call.tenant().name(),
                call.below(),
                false,
                crest(call),
                call.below() + branding.styleAddress(call.tenant()),
                menu(call, screen.crumbs()),
                call.signedIn() ? call.context().actor().name() : "",
                call.signedIn() ? accountPath(call) : "",
                call.left().map(left -> left.toSeconds()).orElse(null),
                call.address().with("done", ""),
                done(call),
                problem,
                call.tenant().policy("policy.hotline", HOTLINE),
                call.elderly(),
                assets.addresses());
    }

    /** What modules let whoever asks do with a thing, in words. */
    List<Action> actions(DefaultPageCall call, String kind, String id) {
        return modules.modules(call.tenant()).stream()
                .flatMap(module -> offered(call, module, kind, id).stream()
                        .filter(action -> isFor(action.roles(), call.context().actor()))
                        .map(action -> new Action(
                                module.texts().get(call.locale(), action.label()), action.path(), action.roles())))
                .toList();
    }

    private List<Action> offered(DefaultPageCall call, ModuleSnapshot module, String kind, String id) {
        return modules.slow()
                .ask(
                        call.tenant().id(),
                        module.module(),
                        kind,
                        List.of(),
                        () -> List.copyOf(module.source().actions(kind, id)));
    }

    /** What a module calls a code of its own; also one that is off by now, for what it has left behind. */
    String label(DefaultPageCall call, String kind, String code) {
        String key = kind + "." + code;
        return modules.all().stream()
                .map(ModuleSnapshot::texts)
                .filter(texts -> texts.has(key))
                .findFirst()
                .map(texts -> texts.get(call.locale(), key))
                .orElse(code);
    }

    String asset(String name) {
        return assets.addresses().get(name);
    }

    private String crest(DefaultPageCall call) {
        try {
            return branding.crest(call.tenant()).isPresent()
                    ? call.below() + "/crest"
                    : assets.addresses().get("icon");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String accountPath(DefaultPageCall call) {
        return actions(call, "account", call.context().actor().account()).stream()
                .map(Action::path)
                .findFirst()
                .orElse("");
    }

    private static String done(DefaultPageCall call) {
        String done = call.address().get("done");
        return DONE.matcher(done).matches() ? said(call, "done." + done) : "";
    }

    private static String said(DefaultPageCall call, String key) {
        String words = call.components().t(key);
        return words.equals(key) ? "" : words;
    }

    /** The menu as it is shown on a page of its own, without what waits there. */
    List<Entry> entries(DefaultPageCall call) {
        List<PageModules.Offer> offers = visible(call);
        String nearest = nearest(offers, call);
        return offers.stream()
                .map(offer -> entry(call, offer, List.of(), nearest, 0))
                .toList();
    }

    /** The menu; what a page lies under is where its visitor is, whatever the addresses say. */
    private Menu menu(DefaultPageCall call, List<Crumb> crumbs) {
        List<PageModules.Offer> offers = visible(call);
        String nearest = nearest(offers, call);
        Map<PageModules.Offer, Entry> entries = new LinkedHashMap<>();
        for (PageModules.Offer offer : offers) {
            int waiting = call.signedIn() ? waiting(call, offer) : 0;
            entries.put(offer, entry(call, offer, crumbs, nearest, waiting));
        }
        if (entries.size() <= ROW) {
            return new Menu(List.copyOf(entries.values()), List.of(), List.of());
        }
        return isPublic(call.context().actor()) ? row(call, entries) : beside(call, entries);
    }

    /** Of what is one's own the first is in sight, and so is the most asked for of what everybody has. */
    private static Menu row(DefaultPageCall call, Map<PageModules.Offer, Entry> entries) {
        List<Entry> own = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        entries.forEach((offer, entry) -> (offer.entry().roles().isEmpty() ? others : own).add(entry));
        int room = ROW - Math.max(1, Math.min(own.size(), 3));
        List<Entry> first = new ArrayList<>(others.subList(0, Math.min(others.size(), room)));
        List<Group> folded = new ArrayList<>();
        if (others.size() > first.size()) {
            folded.add(new Group(call.components().t("layout.more"), others.subList(first.size(), others.size())));
        }
        if (!own.isEmpty()) {
            first.add(own.get(0));
        }
        if (own.size() > 1) {
            folded.add(new Group(call.components().t("layout.own"), own.subList(1, own.size())));
        }
        return new Menu(first, folded, List.of());
    }

    private Menu beside(DefaultPageCall call, Map<PageModules.Offer, Entry> entries) {
        Map<String, List<Entry>> byModule = new LinkedHashMap<>();
        entries.forEach(
                (offer, entry) -> byModule.computeIfAbsent(offer.module().module(), module -> new ArrayList<>())
                        .add(entry));
        List<Group> groups = byModule.entrySet().stream()
                .map(each -> new Group(modules.name(each.getKey(), call.locale()), each.getValue()))
                .toList();
        return new Menu(List.of(), List.of(), groups);
    }

    private static Entry entry(
            DefaultPageCall call, PageModules.Offer offer, List<Crumb> crumbs, String nearest, int waiting) {
        NavigationEntry its = offer.entry();
        String target = call.below() + its.path();
        boolean current = target.equals(nearest)
                || crumbs.stream().anyMatch(crumb -> crumb.path().equals(its.path()));
        return new Entry(target, offer.module().texts().get(call.locale(), its.label()), current, waiting);
    }

    private int waiting(DefaultPageCall call, PageModules.Offer offer) {
        ModuleSnapshot module = offer.module();
        return modules.slow().ask(call.tenant().id(), module.module(), MENU, 0, () -> module.source()
                .waiting(offer.entry().path(), call.context()));
    }

    /** Of entries below one another, such as a list and its settings, the visitor is at the lowest. */
    private static String nearest(List<PageModules.Offer> offers, DefaultPageCall call) {
        String path = call.address().path();
        return offers.stream()
                .map(offer -> call.below() + offer.entry().path())
                .filter(target -> path.equals(target) || path.startsWith(target + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private List<PageModules.Offer> visible(DefaultPageCall call) {
        if (call.tenant().isSuspended()) {
            return List.of();
        }
        return modules.navigation(call.tenant()).stream()
                .filter(offer -> isFor(offer.entry().roles(), call.context().actor()))
                .sorted(Comparator.comparingInt(offer -> offer.entry().order()))
                .toList();
    }

    /** Where an account begins after signing in, below the centre. */
    String start(DefaultPageCall call, Actor actor) {
        return modules.navigation(call.tenant()).stream()
                .map(PageModules.Offer::entry)
                .filter(entry -> entry.start() && isFor(entry.roles(), actor))
                .min(Comparator.comparingInt(NavigationEntry::order))
                .map(NavigationEntry::path)
                .orElse("");
    }

    /** What belongs to nobody is for the public: the staff have menus of their own. */
    static boolean isFor(Set<String> roles, Actor actor) {
        if (roles.contains(Action.EVERY_ROLE)) {
            return !actor.roles().isEmpty();
        }
        return roles.isEmpty() ? isPublic(actor) : actor.roles().stream().anyMatch(roles::contains);
    }

    private static boolean isPublic(Actor actor) {
        return actor.roles().isEmpty() || actor.has(APPLICANT);
    }
}
