/** The hall: who sits where, with which power. */
@Version("1.6.0")
package org.yichuang.windows.api;

import org.osgi.annotation.versioning.Version;
