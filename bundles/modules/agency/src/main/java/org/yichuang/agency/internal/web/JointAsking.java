package org.yichuang.agency.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.agency.internal.JointCommands.Ask;
import org.yichuang.agency.internal.view.FoundItem;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** The form by which joint handling is asked for: items are looked for and gathered, without any script. */
final class JointAsking {
    private static final int SHOWN = 12;
    private static final int MOST_GATHERED = 20;
    /** No code holds one, and addresses carry it. */
    private static final String BETWEEN = ",";

    private final Catalogue catalogue;

    JointAsking(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Screen screen(PageCall call, String root, boolean isWorking) {
        String words = call.query("q");
        List<String> gathered = lines(call.query("chosen"));
        List<FoundItem> found = words.isEmpty() ? List.of() : found(call, root, words, gathered);
        var content = AgencyPageModule.TEMPLATES.jointask(
                call.ui(), root + "/new", words, String.join(BETWEEN, gathered), found, fields(call.ui(), gathered));
        String title = call.ui().t("joint.ask");
        return (isWorking ? Screen.working(title, content) : Screen.reading(title, content))
                .under(call.ui().t("joint.title"), root);
    }

    private List<FoundItem> found(PageCall call, String root, String words, List<String> gathered) {
        Catalogue.Query query = new Catalogue.Query(words, Optional.empty(), Optional.empty(), Optional.empty());
        return catalogue.search(query, PageRequest.of(SHOWN, null), call.context()).items().stream()
                .map(version -> version.definition())
                .filter(item -> !item.bundled())
                .map(item -> new FoundItem(
                        item.code(), item.name(), item.department(), add(root, words, gathered, item.code())))
                .toList();
    }

    private static String add(String root, String words, List<String> gathered, String code) {
        String all =
                Stream.concat(gathered.stream(), Stream.of(code)).distinct().collect(Collectors.joining(BETWEEN));
        return root + "/new?q=" + encoded(words) + "&chosen=" + encoded(all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Field> fields(Ui ui, List<String> gathered) {
        return Stream.concat(
                        Stream.of(
                                Field.area("items", ui.t("joint.items"))
                                        .hint(ui.t("joint.items.hint"))
                                        .maxLength(1500)
                                        .value(String.join("\n", gathered))
                                        .required(),
                                Field.area("reason", ui.t("joint.reason"))
                                        .hint(ui.t("joint.reason.hint"))
                                        .maxLength(1000)
                                        .required()),
                        Lodging.applicant(ui).stream())
                .toList();
    }

    static Ask read(Form form) {
        return new Ask(lines(form.text("items")), Lodging.applicant(form), form.text("reason"));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R|" + BETWEEN))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_GATHERED + 1L)
                .toList();
    }
}
