/** Items, their versions, forms and routes; the published catalogue of a centre. */
@Version("8.5.0")
package org.yichuang.catalogue.api;

import org.osgi.annotation.versioning.Version;
