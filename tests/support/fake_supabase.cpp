// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_supabase.h"

#include "core/model/json.h"
#include "core/net/json_limits.h"

#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;

FakeSupabase::FakeSupabase()
{
    const auto handler
        = [this](const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
              ++m_renewals;
              if (holds)
                  m_held.append({ request, responder });
              else
                  answer(request, responder);
          };
    m_server = std::make_unique<HttpServer>(&m_clock, handler);
    m_port = m_server->listen(QHostAddress::LocalHost, 0).value();
}

QUrl FakeSupabase::url() const
{
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port));
}

QByteArray FakeSupabase::accessToken() const
{
    return "access-" + QByteArray::number(m_issued);
}

QByteArray FakeSupabase::refreshToken() const
{
    return "refresh-" + QByteArray::number(m_issued);
}

void FakeSupabase::release()
{
    holds = false;
    for (const auto &[request, responder] : std::exchange(m_held, {}))
        answer(request, responder);
}

void FakeSupabase::answer(const ServerRequest &request, const std::shared_ptr<Responder> &responder)
{
    const Answer say = instead ? *instead : answerTo(request);
    responder->respond({ say.status, say.headers, say.body });
}

FakeSupabase::Answer FakeSupabase::answerTo(const ServerRequest &request)
{
    const bool known = request.method == "POST" && request.path == "/auth/v1/token"_L1
        && request.query.queryItemValue(u"grant_type"_s) == "refresh_token"_L1;
    if (!known)
        return { 404, R"({"message":"no Route matched"})" };
    if (request.header("apikey") != "anon")
        return { 401, R"({"message":"Invalid API key"})" };
    const Result<Json> body = parseJson(request.body);
    const bool mine
        = body && stringAt(*body, "refresh_token") == QString::fromLatin1(refreshToken());
    if (!mine)
        return { 400,
            R"({"error":"invalid_grant","error_description":)"
            R"("Invalid Refresh Token: Already Used"})" };
    ++m_issued;
    Json issued = Json::object();
    issued["access_token"] = accessToken().toStdString();
    issued["refresh_token"] = refreshToken().toStdString();
    issued["token_type"] = "bearer";
    issued["expires_in"] = lasts.count();
    return { 200, canonicalJson(issued) };
}

} // namespace renum::test
