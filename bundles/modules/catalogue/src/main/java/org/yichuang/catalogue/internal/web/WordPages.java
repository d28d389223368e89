package org.yichuang.catalogue.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.OwnWords;
import org.yichuang.catalogue.internal.OwnWords.Meaning;
import org.yichuang.catalogue.internal.domain.OwnWord.Kind;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.view.ViewWords;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** What words of a centre's own lists mean when these are imported. */
@Path("/{tenant}/editor/words")
public class WordPages {
    private static final String PATH = "/editor/words";

    private final OwnWords own;

    /** In front of the service. */
    public WordPages(OwnWords own) {
        this.own = own;
    }

    /** The words of the centre, and the forms of others. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Ui ui = call.ui();
        ViewWords words = new ViewWords(ui);
        Table table = new Table(
                words.say("words.title"),
                List.of(
                        Column.of(words.say("words.kind")),
                        Column.of(words.say("words.word")),
                        Column.of(words.say("words.meaning"))),
                own.list(call.context()).stream()
                        .map(each -> Table.Row.of(
                                ui.text(words.say("words.kind." + each.kind())),
                                ui.text(each.word()),
                                ui.text(ui.localize(each.label()))))
                        .toList(),
                null,
                words.say("words.none"));
        Option nothing = new Option("", words.say("words.nothing"));
        List<Option> columns = Stream.concat(
                        Stream.of(nothing),
                        ItemFile.columns().stream().map(column -> new Option(column.id(), ui.localize(column.label()))))
                .toList();
        List<Option> levels =
                Stream.concat(Stream.of(nothing), levels(ui).stream()).toList();
        return Screen.working(words.say("words.title"), ItemPages.TEMPLATES.importwords(ui, table, columns, levels))
                .under(ui.t("editor.title"), "/editor");
    }

    /** The levels to choose from. */
    static List<Option> levels(Ui ui) {
        return Arrays.stream(Level.values())
                .map(level -> new Option(level.key(), ui.t("level." + level.key())))
                .toList();
    }

    /** The same where a preview asks: nothing is chosen yet. */
    static List<Option> asked(Ui ui) {
        return Stream.concat(Stream.of(new Option("", "")), levels(ui).stream()).toList();
    }

    /** Keeps what a word means; where a preview has asked, back to it. */
    @POST
    @RequiresPermission(CataloguePermission.IMPORT)
    public Response put(@Context PageCall call) {
        Form form = call.form();
        try {
            Kind kind = Arrays.stream(Kind.values())
                    .filter(each -> each.name().equals(form.text("kind")))
                    .findFirst()
                    .orElse(null);
            own.put(new Meaning(kind, form.text("word"), form.text("meaning")), call.context());
            return form.text("handle").isEmpty()
                    ? call.redirect(PATH, "word-explained")
                    : call.redirect("/editor/imports/preview?handle="
                            + URLEncoder.encode(form.text("handle"), StandardCharsets.UTF_8)
                            + (form.text("publish").isEmpty() ? "" : "&publish=yes"));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
