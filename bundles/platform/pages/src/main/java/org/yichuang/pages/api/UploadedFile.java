package org.yichuang.pages.api;

import java.io.IOException;
import java.io.InputStream;

/** A file that came with a form; gone when the call has been answered. */
public interface UploadedFile {
    /** Its name as the browser tells it, without folders. */
    String name();

    /** Its type as the browser tells it. */
    String mediaType();

    /** Its size in bytes. */
    long size();

    /**
     * Opens its content.
     *
     * @throws org.yichuang.kernel.api.ProblemException when the module takes no files of this sender at the moment
     */
    InputStream open() throws IOException;
}
