package org.yichuang.cases.internal.rest;

import javax.ws.rs.QueryParam;
import org.yichuang.kernel.api.PageRequest;

/** Which page of a list is wanted. */
public class PageParameters {
    @QueryParam("limit")
    private Integer limit;

    @QueryParam("cursor")
    private String cursor;

    PageRequest page() {
        return PageRequest.of(limit, cursor);
    }
}
