// Compiled twice by the tests: as it stands it must compile; with DROP_RESULT it must not, because a failure that
// nobody looks at is how errors get lost.
#include "longhand/base/result.h"

namespace
{

longhand::Result<int> count()
{
    return 3;
}
longhand::Result<void> save()
{
    return {};
}

} // namespace

int main()
{
#if DROP_RESULT == 1
    count();
#elif DROP_RESULT == 2
    save();
#endif
    const auto counted = count();
    const auto saved = save();
    return counted.ok() && saved.ok() ? 0 : 1;
}
