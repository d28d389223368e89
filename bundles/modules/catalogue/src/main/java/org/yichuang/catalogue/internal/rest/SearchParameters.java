package org.yichuang.catalogue.internal.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.QueryParam;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.CatalogueSearch.Served;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** What the public searches for, in a query. */
public class SearchParameters {
    @QueryParam("q")
    private String words;

    @QueryParam("type")
    private String type;

    @QueryParam("department")
    private String department;

    @QueryParam("level")
    private String level;

    @QueryParam("audience")
    private String audience;

    @QueryParam("kind")
    private String kind;

    @QueryParam("free")
    private String free;

    @QueryParam("limit")
    private Integer limit;

    @QueryParam("cursor")
    private String cursor;

    Request request() {
        return new Request(
                words == null ? "" : words,
                read("type", type, ItemType::parse),
                Optional.ofNullable(department).filter(text -> !text.isBlank()),
                read("level", level, Level::parse),
                read("audience", audience, text -> named(Served.values(), text)),
                read("kind", kind, text -> named(CaseKind.values(), text)),
                read("free", free, SearchParameters::yesOrNo));
    }

    PageRequest page() {
        return PageRequest.of(limit, cursor);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        return Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> read(String parameter, String text, Function<String, Optional<T>> parse) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<T> found = parse.apply(text.strip());
        if (found.isEmpty()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    parameter,
                    LocalizedMessage.of(ItemResource.class, "query.value-unknown", parameter, text));
        }
        return found;
    }
}
