package org.yichuang.indicators.internal.rest;

import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.internal.Question;
import org.yichuang.indicators.internal.rest.IndicatorAnswers.All;
import org.yichuang.indicators.internal.rest.IndicatorAnswers.Behind;
import org.yichuang.indicators.internal.rest.IndicatorAnswers.Definition;
import org.yichuang.indicators.internal.rest.IndicatorAnswers.Value;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;

/** The centre's figures over HTTP. */
@Path("/{tenant}/indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {
    private final Indicators indicators;

    public IndicatorResource(Indicators indicators) {
        this.indicators = indicators;
    }

    /** What figures there are. */
    @GET
    @RequiresPermission(Indicators.VIEW)
    public All all(@Context CallContext context) {
        return new All(indicators.all(context).stream().map(Definition::of).toList());
    }

    /** A figure: {@code from, to, by}, and the dimensions' words to narrow it. */
    @GET
    @Path("{id}")
    @RequiresPermission(Indicators.VIEW)
    public Value value(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("by") String by,
            @Context UriInfo address,
            @Context CallContext context) {
        Question question = question(address, context);
        return Value.of(indicators.report(id, question.scope(), Optional.ofNullable(question.by()), context));
    }

    /** The rows behind it. */
    @GET
    @Path("{id}/rows")
    @RequiresPermission(Indicators.VIEW)
    public Page<Behind> rows(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context CallContext context) {
        Question question = question(address, context);
        return indicators
                .rows(id, question.scope(), PageRequest.of(limit, cursor), context)
                .map(Behind::of);
    }

    private Question question(UriInfo address, CallContext context) {
        MultivaluedMap<String, String> parameters = address.getQueryParameters();
        return Question.of(
                name -> Optional.ofNullable(parameters.getFirst(name))
                        .map(String::strip)
                        .orElse(""),
                indicators.dimensions(context),
                context.today());
    }
}
