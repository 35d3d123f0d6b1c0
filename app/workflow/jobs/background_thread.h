#pragma once

namespace jaedan::workflow {

/// The calling thread gets little time from now on while anything else wants the core: for what nobody waits for.
/// Cannot be taken back. Not the least priority there is: what it holds a lock on must be let go of before long.
void yield_to_others();

}  // namespace jaedan::workflow
