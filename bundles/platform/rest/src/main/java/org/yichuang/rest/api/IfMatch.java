package org.yichuang.rest.api;

import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** The {@code ETag}s of versioned things: the version number in quotes. */
public final class IfMatch {
    private IfMatch() {}

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Checks an {@code If-Match} header against the present version; a missing header holds.
     *
     * @throws ProblemException {@link CommonError#PRECONDITION_FAILED}
     */
    public static void require(String header, long version) {
        if (header != null && !header.equals("*") && !header.equals(tag(version))) {
            throw new ProblemException(
                    CommonError.PRECONDITION_FAILED,
                    "数据已被他人修改，请刷新后重试",
                    "It has been changed meanwhile: read it again");
        }
    }
}
