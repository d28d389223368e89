package org.yichuang.catalogue.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.CatalogueFeed;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.rest.ItemViews.Guide;
import org.yichuang.catalogue.internal.rest.SampleResource.SampleView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.AllowEveryone;

/** The catalogue as open data: all of it, and what has changed since somebody last asked. */
@Path("/{tenant}/catalogue/feed")
public class FeedResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final CatalogueFeed feed;
    private final SampleFiles samples;

    /** In front of the service. */
    public FeedResource(CatalogueFeed feed, SampleFiles samples) {
        this.feed = feed;
        this.samples = samples;
    }

    /**
     * A part of the feed.
     *
     * @param last the place to ask on from, by {@code after}
     * @param more whether there is more at once
     */
    public record FeedView(List<ChangeView> items, long last, boolean more) {}

    /**
     * A change.
     *
     * @param state {@code PUBLISHED}, or {@code REMOVED} where the centre publishes the item no more
     * @param item its guide as it is now; absent of one that is removed
     */
    public record ChangeView(long place, String code, String state, Guide item) {
        static ChangeView of(CatalogueFeed.Change change, List<SampleView> samples) {
            return new ChangeView(
                    change.place(),
                    change.code(),
                    FeedResource.state(change),
                    change.item().map(item -> Guide.of(item, samples)).orElse(null));
        }
    }

    /** Returns items behind a place, each as it is now. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @AllowEveryone
    public FeedView feed(
            @QueryParam("after") String after, @QueryParam("limit") Integer limit, @Context CallContext context) {
        CatalogueFeed.Part part = part(after, limit, context);
        Map<String, List<Shown>> shown = shown(part, context);
        return new FeedView(
                part.changes().stream()
                        .map(change -> ChangeView.of(
                                change,
                                SampleView.of(
                                        context.tenant(), change.code(), shown.getOrDefault(change.code(), List.of()))))
                        .toList(),
                part.last(),
                part.more());
    }

    private Map<String, List<Shown>> shown(CatalogueFeed.Part part, CallContext context) {
        return samples.of(
                part.changes().stream()
                        .flatMap(change -> change.item().map(ItemVersion::definition).stream())
                        .toList(),
                context);
    }

    /** The same as rows: place, state, and the columns of an import; the last row has the place to ask on from. */
    @GET
    @Path("csv")
    @Produces(CSV)
    @AllowEveryone
    public byte[] csv(
            @QueryParam("after") String after, @QueryParam("limit") Integer limit, @Context CallContext context) {
        List<String> headings = new ArrayList<>(List.of("place", "state"));
        headings.addAll(ItemFile.headings());
        CatalogueFeed.Part part = part(after, limit, context);
        Map<String, List<Shown>> shown = shown(part, context);
        return Stream.concat(
                        Stream.of(row(headings)),
                        part.changes().stream()
                                .map(change -> row(
                                        change,
                                        shown.getOrDefault(change.code(), List.of()).stream()
                                                .map(each ->
                                                        SampleResource.address(context.tenant(), change.code(), each))
                                                .collect(Collectors.joining("\n")))))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private CatalogueFeed.Part part(String after, Integer limit, CallContext context) {
        return feed.after(place(after), PageRequest.of(limit, null).limit(), context);
    }

    private static long place(String after) {
        String given = after == null || after.isBlank() ? "0" : after.strip();
        if (!given.matches("\\d{1,18}")) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "after",
                    LocalizedMessage.of(UnificationResource.class, "query.value-unknown", "after", given));
        }
        return Long.parseLong(given);
    }

    private static String state(CatalogueFeed.Change change) {
        return change.item().isPresent() ? "PUBLISHED" : "REMOVED";
    }

    private static String row(CatalogueFeed.Change change, String addresses) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(change.place()), state(change)));
        cells.addAll(change.item()
                .map(item -> ItemFile.texts(item.definition(), addresses))
                .orElse(List.of(change.code())));
        return row(cells);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[^\",\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
