package org.yichuang.indicators.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with a question about figures. */
public enum IndicatorError implements ErrorCode {
    /** No figure of that name is here, or its module is switched off. */
    INDICATOR_UNKNOWN;

    @Override
    public ErrorKind kind() {
        return ErrorKind.NOT_FOUND;
    }
}
