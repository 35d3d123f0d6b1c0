#pragma once

// SOCI's headers pull in Boost, for conversions that nothing here uses, whenever SOCI itself was built with
// it. Without these two macros the same headers need only the standard library. Only templates depend on
// them, so the compiled library does not notice.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME

#include <soci/soci.h>
