/** The frame of the operators' commands: each module brings its own, and they look and behave alike. */
@Version("4.1.0")
package org.yichuang.shell.api;

import org.osgi.annotation.versioning.Version;
