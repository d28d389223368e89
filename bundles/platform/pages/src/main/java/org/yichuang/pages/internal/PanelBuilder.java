package org.yichuang.pages.internal;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yichuang.pages.api.Panel;

/** What modules show on pages that are not theirs, written already: what fails while it is written is left out, too. */
final class PanelBuilder {
    private static final String HOME = "home";

    private final PageModules modules;

    PanelBuilder(PageModules modules) {
        this.modules = modules;
    }

    /** The panels of a centre's home page, the wide or the narrow ones. */
    List<Content> home(DefaultPageCall call, boolean wide) {
        return written(call, HOME, module -> module.panels().stream()
                .flatMap(panel -> offered(call, module, HOME, panel, () -> panel.wide() == wide)));
    }

    /** The panels of a thing's page. */
    List<Content> of(DefaultPageCall call, String kind, String id) {
        return written(call, kind, module -> asked(call, module, kind, id).stream()
                .flatMap(panel -> offered(call, module, kind, panel, () -> true)));
    }

    private List<Panel> asked(DefaultPageCall call, ModuleSnapshot module, String kind, String id) {
        return modules.slow()
                .ask(
                        call.tenant().id(),
                        module.module(),
                        kind,
                        List.of(),
                        () -> List.copyOf(module.source().panels(kind, id)));
    }

    /** A panel and what it says of itself, which is asked once: its module may throw at that as well. */
    private record Offer(ModuleSnapshot module, Panel panel, Set<String> roles, int order) {}

    private Stream<Offer> offered(
            DefaultPageCall call, ModuleSnapshot module, String kind, Panel panel, BooleanSupplier isFitting) {
        return modules
                .slow()
                .ask(
                        call.tenant().id(),
                        module.module(),
                        kind,
                        Optional.<Offer>empty(),
                        () -> isFitting.getAsBoolean()
                                ? Optional.of(new Offer(module, panel, Set.copyOf(panel.roles()), panel.order()))
                                : Optional.<Offer>empty())
                .stream();
    }

    private List<Content> written(DefaultPageCall call, String kind, Function<ModuleSnapshot, Stream<Offer>> panels) {
        return modules.modules(call.tenant()).stream()
                .flatMap(panels)
                .filter(offer ->
                        LayoutBuilder.isFor(offer.roles(), call.context().actor()))
                .sorted(Comparator.comparingInt(Offer::order))
                .flatMap(offer -> written(call, kind, offer).stream())
                .toList();
    }

    private Optional<Content> written(DefaultPageCall call, String kind, Offer offer) {
        return modules.slow().ask(call.tenant().id(), offer.module().module(), kind, Optional.<Content>empty(), () -> {
            StringOutput text = new StringOutput();
            offer.panel().show(call.inWordsOf(offer.module())).writeTo(new OwaspHtmlTemplateOutput(text));
            String written = text.toString();
            return written.isBlank() ? Optional.empty() : Optional.of(output -> output.writeContent(written));
        });
    }
}
