/** The one chain that every request passes, for whoever answers requests and for whoever tells who is asking. */
@Version("1.5.0")
package org.yichuang.web.api;

import org.osgi.annotation.versioning.Version;
