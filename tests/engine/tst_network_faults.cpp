// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fault_cell.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

using Place = FaultCell::Place;

constexpr int CellsAtOnce = 18;
constexpr int LongestCell = 60'000;

struct Row {
    QByteArray name;
    Place place;
};

/// Which step this program is about; the build makes one program for each, to run beside each
/// other.
constexpr int Step = RENUM_R4_STEP;
constexpr std::array Positions { "first", "middle", "last" };

std::vector<Row> rows()
{
    std::vector<Row> rows;
    for (const NamedFault &fault : NetworkFaults) {
        for (const NamedOperation &operation : Operations) {
            // Only a stream has events that could come twice or swapped.
            if (isFaultOfEvents(fault.fault) && operation.operation != Operation::Stream)
                continue;
            const QByteArray name = QByteArray("R4/") + fault.name + '/' + operation.name + '/'
                + Positions.at(size_t(Step - 1));
            rows.push_back({ name, { fault.fault, operation.operation, Step } });
        }
    }
    return rows;
}

} // namespace

/// The network fault matrix of reliability R4: nothing is lost, nothing is done twice, stopping
/// reaches the service. RENUM_R4_SEEDS=N runs every cell N times, with different pauses.
class NetworkFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cell_data();
    void cell();

private:
    void runBatch(size_t first);

    std::vector<Row> m_rows = rows();
    std::map<size_t, QString> m_results; ///< of the cells that have run
    int m_seeds = 1;
};

void NetworkFaultsTest::initTestCase()
{
    m_seeds = std::max(1, qEnvironmentVariableIntValue("RENUM_R4_SEEDS"));
    // The proxy's own certificate is good, so that only what a cell breaks is broken.
    QFile file(QStringLiteral(RENUM_SOURCE_DIR "/tests/net/data/self_signed.crt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(file.readAll()));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void NetworkFaultsTest::cell_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < m_rows.size(); ++i)
        QTest::newRow(m_rows[i].name.constData()) << int(i);
}

/// A cell mostly waits, so that many run at once: its row looks at what came of it.
void NetworkFaultsTest::cell()
{
    QFETCH(const int, index);
    const auto at = size_t(index);
    if (!m_results.contains(at))
        runBatch(at - at % CellsAtOnce);
    QVERIFY2(m_results[at].isEmpty(), qPrintable(m_results[at]));
}

void NetworkFaultsTest::runBatch(size_t first)
{
    const size_t end = std::min(first + CellsAtOnce, m_rows.size());
    for (int seed = 1; seed <= m_seeds; ++seed) {
        std::map<size_t, std::unique_ptr<FaultCell>> cells;
        for (size_t i = first; i < end; ++i) {
            Place place = m_rows[i].place;
            place.seed = seed;
            cells[i] = std::make_unique<FaultCell>(place);
        }
        static_cast<void>(QTest::qWaitFor(
            [&cells] {
                size_t over = 0;
                for (const auto &[index, cell] : cells)
                    over += cell->isOver() ? 1 : 0;
                return over == cells.size();
            },
            LongestCell));
        for (const auto &[index, cell] : cells) {
            QString &result = m_results[index];
            if (!cell->isOver())
                result += u"does not end; "_s;
            if (const QString flaws = cell->flaws(); !flaws.isEmpty())
                result += u"seed %1: %2. "_s.arg(QString::number(seed), flaws);
        }
    }
}

QTEST_GUILESS_MAIN(NetworkFaultsTest)
#include "tst_network_faults.moc"
