package org.yichuang.agency.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.AgencyViews.AgreementView;
import org.yichuang.agency.internal.AgencyViews.ProjectView;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.agency.internal.RequestDocuments.Content;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.EntityTags;

/** Answers with the version of what they tell. */
final class Tagged {
    private Tagged() {}

    static Response of(AgentView view) {
        return of(view, view.version());
    }

    static Response of(RequestView view) {
        return of(view, view.version());
    }

    static Response of(AgreementView view) {
        return of(view, view.version());
    }

    static Response of(ProjectView view) {
        return of(view, view.version());
    }

    static Response of(JointView view) {
        return of(view, view.version());
    }

    static Response of(InspectionView view) {
        return of(view, view.version());
    }

    static Response of(BodyView view) {
        return of(view, view.version());
    }

    static Response created(InspectionView view, CallContext context) {
        return created("inspections/" + view.id(), view, view.version(), context);
    }

    static Response created(String below, JointView view, CallContext context) {
        return created(below + "/" + view.id(), view, view.version(), context);
    }

    /** What has just been made, and where it is. */
    static Response created(String below, RequestView view, CallContext context) {
        return created(below + "/" + view.id(), view, view.version(), context);
    }

    static Response created(AgentView view, CallContext context) {
        return created("agents/" + view.id(), view, view.version(), context);
    }

    static Response created(String below, AgreementView view, CallContext context) {
        return created(below + "/" + view.id(), view, view.version(), context);
    }

    static Response created(ProjectView view, CallContext context) {
        return created("projects/" + view.summary().id(), view, view.version(), context);
    }

    private static Response created(String path, Object view, int version, CallContext context) {
        return tagged(Response.created(URI.create(context.tenant() + "/agency/" + path)), view, version);
    }

    private static Response of(Object view, int version) {
        return tagged(Response.ok(), view, version);
    }

    private static Response tagged(Response.ResponseBuilder answer, Object view, int version) {
        return answer.entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }

    static Response file(Content content) {
        String encoded =
                URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content.bytes(), "application/pdf")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .build();
    }
}
