package org.yichuang.pages.internal;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.pages.api.HomePanel;
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
        Predicate<HomePanel> fitting = panel -> panel.wide() == wide;
        return written(call, HOME, module -> module.panels().stream().filter(fitting));
    }

    /** The panels of a thing's page. */
    List<Content> of(DefaultPageCall call, String kind, String id) {
        return written(call, kind, module -> asked(call, module, kind, id).stream());
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

    private record Offer(ModuleSnapshot module, Panel panel) {}

    private List<Content> written(
            DefaultPageCall call, String kind, Function<ModuleSnapshot, Stream<? extends Panel>> panels) {
        return modules.modules(call.tenant()).stream()
                .flatMap(module -> panels.apply(module).map(panel -> new Offer(module, panel)))
                .filter(offer -> LayoutBuilder.isFor(
                        offer.panel().roles(), call.context().actor()))
                .sorted(Comparator.comparingInt(offer -> offer.panel().order()))
                .flatMap(offer -> written(call, kind, offer).stream())
                .toList();
    }

    private Optional<Content> written(DefaultPageCall call, String kind, Offer offer) {
        return modules.slow().ask(call.tenant().id(), offer.module().module(), kind, Optional.<Content>empty(), () -> {
            StringOutput text = new StringOutput();
            offer.panel().show(call.inWordsOf(offer.module())).writeTo(new OwaspHtmlTemplateOutput(text));
            return Optional.of(output -> output.writeContent(text.toString()));
        });
    }
}
