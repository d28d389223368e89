/** The vocabulary that every module speaks: tenant, level, call, problem, page, id. No input or output. */
@Version("4.1.0")
package org.yichuang.kernel.api;

import org.osgi.annotation.versioning.Version;
