/** What a module needs to be reached over HTTP: resources, access rules, commands, entity tags. */
@Version("2.2.0")
package org.yichuang.rest.api;

import org.osgi.annotation.versioning.Version;
