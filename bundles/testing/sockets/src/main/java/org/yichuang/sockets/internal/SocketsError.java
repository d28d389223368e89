package org.yichuang.sockets.internal;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with a mark. */
enum SocketsError implements ErrorCode {
    /** The centre keeps no more. */
    SOCKETS_FULL,
    /** The item is marked to stop. */
    ITEM_STOPPED;

    @Override
    public ErrorKind kind() {
        return ErrorKind.CONFLICT;
    }
}
