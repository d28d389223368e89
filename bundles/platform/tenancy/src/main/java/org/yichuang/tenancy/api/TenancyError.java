package org.yichuang.tenancy.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with tenants and calendars. */
public enum TenancyError implements ErrorCode {
    /** No such centre. */
    TENANT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** A configuration breaks a rule of the tree. */
    TENANT_INVALID(ErrorKind.INVALID),
    /** A centre that is open, or has centres below it, is not taken away. */
    TENANT_IN_USE(ErrorKind.CONFLICT),
    /** A centre that is suspended serves nobody. */
    TENANT_SUSPENDED(ErrorKind.UNAVAILABLE),
    /** A centre of another deployment is served there. */
    TENANT_ELSEWHERE(ErrorKind.NOT_FOUND),
    /** No module has this word. */
    MODULE_UNKNOWN(ErrorKind.INVALID),
    /** The centre has no open department of this name. */
    DEPARTMENT_UNKNOWN(ErrorKind.INVALID),
    /** The centre has a department of this name already. */
    DEPARTMENT_EXISTS(ErrorKind.CONFLICT),
    /** Something goes on under a name of the department. */
    DEPARTMENT_IN_USE(ErrorKind.CONFLICT),
    /** A calendar file is not as it should be. */
    CALENDAR_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    TenancyError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
