// Makes three servers a replica set and the user of the read models; started again, it finds both and does nothing.
const fs = require('fs');
const password = fs.readFileSync('/run/secrets/mongo-password', 'utf8').trim();

try {
    rs.initiate({
        _id: 'shomei',
        members: [1, 2, 3].map(number => ({_id: number, host: `mongo-${number}:27017`, priority: number === 1 ? 2 : 1}))
    });
} catch (already) {
    // without a password nobody may look once there is a user; so this is where a second start ends
    if (!/already initialized|requires authentication|not authorized/i.test(already.message)) throw already;
}
const set = () => db.hello();
for (let tries = 0; !set().isWritablePrimary && tries < 60; tries++) sleep(1000);
try {
    db.getSiblingDB('admin').createUser({user: 'shomei', pwd: password, roles: [{role: 'readWrite', db: 'shomei'}]});
} catch (already) {
    if (!/already exists|requires authentication|not authorized/i.test(already.message)) throw already;
}
